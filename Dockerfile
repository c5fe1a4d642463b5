# The one image of all functions, for OCI Functions. It holds nothing of a clan: FUNCTION_NAME, in each function's
# configuration, names the bundle that runs. Build it with "npm run image", which writes dist/ first.
# The version is that of package.json's "node"; "npm run base-image -- --renew" renews the digest.
ARG BASE=docker.io/library/node:22.23.3-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c
FROM ${BASE}

# OCI Functions runs every container as the user fn, 1000:1000; Node's own image calls that user node.
# https://docs.oracle.com/en-us/iaas/Content/Functions/Tasks/functionsrunningasunprivileged.htm
RUN id fn 2>/dev/null || { groupmod --new-name fn node && usermod --login fn node; }

WORKDIR /function
COPY deploy/image/entry.cjs deploy/image/load-bundle.cjs deploy/image/fill-code-cache.cjs ./
COPY dist/functions.json ./
COPY dist/functions ./functions
# What pictures are drawn with, of the processor that the image is for.
ARG TARGETARCH
COPY dist/native/${TARGETARCH}/takumi.node ./functions/
RUN node --disable-warning=ExperimentalWarning fill-code-cache.cjs

# A home that is there and writable for any user id: the OCI SDK looks for it when it is loaded.
ENV NODE_ENV=production HOME=/tmp
USER 1000:1000
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "entry.cjs"]
