import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ZodType, z } from 'zod';
import { ApiError } from '../errors.ts';
import type { Event } from '../page-api.ts';
import type { World } from '../world.ts';
import { autocomplete, command, component, erase, menu, modal, send } from './act.ts';
import { eventsFor } from './events.ts';
import { unable } from './options.ts';
import { commandRequest, componentRequest, deleteRequest, menuRequest, modalRequest, sendRequest } from './schemas.ts';
import { messagesFor, stateFor } from './view.ts';

/** The page's interface, to be mounted under `/local`; see page-api.ts. */
export function peopleRoutes(world: World, online: () => boolean): Hono {
  const app = new Hono();
  const user = (value: string | undefined): string => {
    if (!value || !world.actors.includes(value)) throw unable('Nobody here has this id.');
    return value;
  };
  app.get('/state', (c) => c.json(stateFor(world, user(c.req.query('user') ?? world.actors[0]), online())));
  app.get('/messages', (c) => {
    const { user: id, channel = '', before, limit = '50' } = c.req.query();
    return c.json(messagesFor(world, user(id), channel, before, Number(limit) || 50));
  });
  app.get('/events', (c) => {
    const id = user(c.req.query('user'));
    return streamSSE(c, async (stream) => {
      const write = (event: Event) => void stream.writeSSE({ data: JSON.stringify(event) }).catch(() => stream.abort());
      const stop = world.listen((event) => {
        for (const told of eventsFor(world, id, event)) write(told);
      });
      write({ type: 'ready' });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    });
  });
  const on = <T extends { user: string }>(
    name: string,
    schema: ZodType<T>,
    act: (world: World, request: T) => unknown,
  ) =>
    app.post(`/${name}`, async (c) => {
      // Other sites can send forms and plain text to this address, but not JSON.
      if (!c.req.header('content-type')?.startsWith('application/json')) throw unable('JSON is needed.');
      const request = schema.safeParse(await c.req.json().catch(() => undefined));
      if (!request.success) throw unable(z.prettifyError(request.error));
      user(request.data.user);
      return c.json((await act(world, request.data)) ?? {});
    });
  on('send', sendRequest, send);
  on('command', commandRequest, command);
  on('autocomplete', commandRequest, autocomplete);
  on('menu', menuRequest, menu);
  on('component', componentRequest, component);
  on('modal', modalRequest, modal);
  on('delete', deleteRequest, erase);
  app.onError((error, c) => {
    const known = error instanceof ApiError ? error : new ApiError(500, 0, String(error));
    return c.json({ code: known.code, message: known.message }, known.status as ContentfulStatusCode);
  });
  return app;
}
