import { builder } from '../builder.ts';

builder.queryType({ description: 'What can be asked of the claim graph.' });
