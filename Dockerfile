# Kanon as a service on a PostgreSQL of its own; the embedded one stays out of the image.
FROM node:24-bookworm-slim AS build
WORKDIR /kanon
# .npmrc denies install scripts; of the packages in the image argon2 alone has one that matters, where no binary comes along.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund && npm rebuild --ignore-scripts=false argon2
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY src src
COPY migrations migrations
RUN npm run build && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production KANON_HOST=0.0.0.0 KANON_DATA=/var/lib/kanon
WORKDIR /kanon
RUN mkdir -p /var/lib/kanon && chown node:node /var/lib/kanon
COPY --from=build --chown=root:root /kanon/package.json ./
COPY --from=build --chown=root:root /kanon/node_modules node_modules
COPY --from=build --chown=root:root /kanon/dist dist
COPY LICENSE ./
USER node
VOLUME /var/lib/kanon
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/program/main.js"]
