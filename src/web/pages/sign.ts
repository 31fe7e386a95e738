/** The service's sign as a picture: what is shown beside a link to a page of which there is no picture. It has no text, so that it is drawn whatever fonts there are. */
export const signPath = '/icon.png';
export const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="-4 -4 24 24"><rect x="-4" y="-4" width="24" height="24" fill="#fff"/><path fill="none" stroke="#555d66" stroke-width="2" d="M3 13V8a5 5 0 0 1 5-5M9 13V8a5 5 0 0 1 5-5"/></svg>';

/** Asks for a picture or, where none can be drawn, the sign: who shows links can show no reason. */
export const orSign = ['or', 'sign'] as const;
