import { Hono } from 'hono';
import { refusal } from '../errors.ts';
import { apiChannel, apiGuild, apiMember, canSee } from '../present.ts';
import { type Guild, isThread, type World } from '../world.ts';
import { type Env, param } from './context.ts';

/** What the bot may read of servers it is on. */
export function guildRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  const guildOf = (id: string): Guild => {
    const guild = world.guilds.get(id);
    if (!guild?.members.has(world.botId)) throw refusal(10004);
    return guild;
  };
  const channelsOf = (guild: Guild, threads: boolean) =>
    [...world.channels.values()].filter((channel) => channel.guildId === guild.id && isThread(channel) === threads);
  app.get('/guilds/:guild', (c) => c.json(apiGuild(guildOf(param(c, 'guild')))));
  app.get('/guilds/:guild/channels', (c) =>
    c.json(channelsOf(guildOf(param(c, 'guild')), false).map((channel) => apiChannel(world, channel))),
  );
  app.get('/guilds/:guild/threads/active', (c) => {
    const open = channelsOf(guildOf(param(c, 'guild')), true).filter(
      (channel) => !channel.thread?.archived && canSee(world, channel, world.botId),
    );
    return c.json({ threads: open.map((channel) => apiChannel(world, channel)), members: [] });
  });
  app.get('/guilds/:guild/roles', (c) => c.json([...guildOf(param(c, 'guild')).roles.values()]));
  app.get('/guilds/:guild/members/:user', (c) => {
    const guild = guildOf(param(c, 'guild'));
    const id = param(c, 'user') === '@me' ? world.botId : param(c, 'user');
    const member = guild.members.get(id);
    if (!member) throw refusal(world.users.has(id) ? 10007 : 10013);
    return c.json(apiMember(world, member));
  });
  return app;
}
