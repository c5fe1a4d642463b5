import {
  type EmulatorAnswer,
  type EmulatorRequest,
  startHttpServer,
} from '../../local/emulator/http-server.ts';

/**
 * A gateway that answers every interaction with what `respond` says, and remembers what it got. Where that is
 * undefined it answers `emptyStatus` without a body.
 */
export async function startFakeGateway(
  respond: (interaction: Readonly<Record<string, unknown>>, request: EmulatorRequest) => unknown,
  emptyStatus = 500,
) {
  const received: { request: EmulatorRequest; interaction: Readonly<Record<string, unknown>> }[] = [];
  const server = await startHttpServer(0, async (request): Promise<EmulatorAnswer> => {
    const interaction: Record<string, unknown> = JSON.parse(request.body.toString('utf8'));
    received.push({ request, interaction });
    const json = await respond(interaction, request);
    return json === undefined ? { status: emptyStatus } : { status: 200, json };
  });
  return { url: server.url, received, stop: () => server.stop() };
}
