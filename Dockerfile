# The one image of all functions, for OCI Functions. It holds nothing of a clan: FUNCTION_NAME, in each function's
# configuration, names the bundle that runs. Build it with "npm run image", which writes dist/ first.
ARG BASE=fnproject/node:22
FROM ${BASE}

WORKDIR /function
COPY --chown=1000:1000 deploy/image/entry.cjs deploy/image/fill-compile-cache.cjs ./
COPY --chown=1000:1000 dist/functions.json ./
COPY --chown=1000:1000 dist/functions ./functions

# The cache belongs to one version of Node.js, one processor and one user, so it is filled here and as that user.
ENV NODE_ENV=production NODE_COMPILE_CACHE=/function/.compile-cache
USER root
RUN mkdir -p /function/.compile-cache && chown 1000:1000 /function /function/.compile-cache
USER 1000:1000
RUN node fill-compile-cache.cjs

ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "entry.cjs"]
