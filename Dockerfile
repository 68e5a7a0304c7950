# Both images may be replaced: deploy/check-container.sh builds this file on a base of its own.
# The runtime needs ICU and time zones: names are folded and dates resolved with them (hence "extra").
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra

FROM ${SDK_IMAGE} AS build
WORKDIR /source
ENV CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
COPY . .
RUN dotnet restore src/NewsWatcher --locked-mode \
 && dotnet publish src/NewsWatcher --configuration Release --no-restore --output /app \
 && mkdir /data

FROM ${RUNTIME_IMAGE}
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /data
ENV NEWSWATCHER_DATA=/data \
    NEWSWATCHER__Web__Address=0.0.0.0 \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_GCgen0size=0x400000 \
    MALLOC_ARENA_MAX=1
USER 1654:1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/app/newswatcher", "health"]
ENTRYPOINT ["/app/newswatcher"]
CMD ["run"]
