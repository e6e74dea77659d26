# The program alone: PostgreSQL is another server's. docs/guide/operating.md says how it is run.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    DATA_DIR=/var/lib/casewright
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/casewright
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY migrations migrations
COPY packs packs
COPY seeds seeds
COPY src src
USER node
VOLUME /var/lib/casewright
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "bin/health.mjs"]
ENTRYPOINT ["node", "bin/serve.mjs"]
