import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { Hono } from 'hono';
import { refusal } from '../errors.ts';
import { gatewayUrl } from '../gateway/gateway.ts';
import { parse } from '../limits/form.ts';
import { apiChannel } from '../present.ts';
import type { World } from '../world.ts';
import { type Env, param } from './context.ts';

/** The gateway's address, the application, users, direct messages. */
export function metaRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/gateway', (c) => c.json({ url: gatewayUrl(world) }));
  app.get('/gateway/bot', (c) =>
    c.json({
      url: gatewayUrl(world),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  );
  app.get('/users/@me', (c) =>
    c.json({ ...world.users.get(world.botId), verified: true, mfa_enabled: false, flags: 0 }),
  );
  app.get('/users/@me/guilds', (c) =>
    c.json([...world.guilds.values()].map(({ id, name }) => ({ id, name, icon: null, owner: false, features: [] }))),
  );
  app.get('/users/:user', (c) => {
    const user = world.users.get(param(c, 'user'));
    if (!user) throw refusal(10013);
    return c.json(user);
  });
  app.post('/users/@me/channels', (c) => {
    const { recipient_id } = parse<{ recipient_id: string }>(CreatePrivateChannelRequestSchema, c.get('body'));
    const channel = [...world.channels.values()].find(({ recipientId }) => recipientId === recipient_id);
    if (!channel) throw refusal(world.users.has(recipient_id) ? 50007 : 10013);
    return c.json(apiChannel(world, channel));
  });
  app.get('/applications/@me', (c) => c.json(application(world)));
  app.get('/oauth2/applications/@me', (c) => c.json(application(world)));
  return app;
}

function application(world: World) {
  const bot = world.users.get(world.botId);
  return {
    id: world.applicationId,
    name: bot?.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot,
    owner: null,
    team: null,
    approximate_guild_count: world.guilds.size,
    interactions_endpoint_url: null,
  };
}
