# syntax=docker/dockerfile:1

# Everything, to build the playground.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build:playground

# What the service needs to run, and no more. The image brings Node itself.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-*

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 ONRECORD_DATA=/data
WORKDIR /app
# Pictures as PNG are drawn with the fonts that are there; these have Latin and Chinese.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
# The folder of the embedded store, which is used where NEO4J_URI is not set.
RUN mkdir /data && chown node:node /data
VOLUME /data
COPY package.json LICENSE ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY cypher ./cypher
COPY seed ./seed
COPY schema ./schema
COPY src ./src
COPY --from=build /app/dist/playground ./dist/playground
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=64", "--no-memory-reducer", "--retain-maps-for-n-gc=100", "src/cli/onrecord.ts"]
CMD ["serve"]
