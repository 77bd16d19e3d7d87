import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import type { ZodMiniType } from 'zod/mini';
import { refusal } from '../errors.ts';
import { checkCommand, checkCommands } from '../limits/commands.ts';
import { Form, parse } from '../limits/form.ts';
import type { World } from '../world.ts';
import { type Env, param } from './context.ts';

type Body = RESTPostAPIApplicationCommandsJSONBody & { id?: string };

/** Most commands of each type in one place: slash, user menu, message menu. */
const most: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

/** Commands of the application, everywhere (`global`) or on one server. */
export function commandRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  for (const base of ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands']) {
    app.get(base, (c) => c.json([...place(world, c).values()].map((command) => shown(c, command))));
    app.get(`${base}/:command`, (c) => c.json(commandOf(world, c)));
    app.put(base, (c) => {
      const bodies = parseAll(c.get('body'));
      checkCommands(bodies);
      const old = [...place(world, c).values()];
      const commands = bodies.map((body) => build(world, c, body, old.find(sameAs(body))));
      demandRoom(commands);
      return c.json(keep(world, c, commands));
    });
    app.post(base, (c) => {
      const body = parseCommand(ApplicationCommandCreateRequestSchema, c.get('body'));
      checkCommand(body);
      const old = [...place(world, c).values()];
      const existing = old.find(sameAs(body));
      const command = build(world, c, body, existing);
      const commands = [...old.filter((other) => other !== existing), command];
      demandRoom(commands);
      keep(world, c, commands);
      return c.json(command, existing ? 200 : 201);
    });
    app.patch(`${base}/:command`, (c) => {
      const existing = commandOf(world, c);
      const patch = parseCommand(ApplicationCommandPatchRequestPartialSchema, c.get('body'));
      const body = { ...existing, ...patch } as unknown as Body;
      checkCommand(body);
      const command = build(world, c, body, existing);
      keep(
        world,
        c,
        [...place(world, c).values()].map((other) => (other === existing ? command : other)),
      );
      return c.json(command);
    });
    app.delete(`${base}/:command`, (c) => {
      const { id } = commandOf(world, c);
      keep(
        world,
        c,
        [...place(world, c).values()].filter((other) => other.id !== id),
      );
      return c.body(null, 204);
    });
  }
  return app;
}

function place(world: World, c: Context): Map<string, APIApplicationCommand> {
  if (c.req.param('app') !== world.applicationId) throw refusal(50001);
  const guild = c.req.param('guild');
  if (guild && !world.guilds.has(guild)) throw refusal(50001);
  return world.commands.get(guild ?? 'global') ?? new Map();
}

function commandOf(world: World, c: Context): APIApplicationCommand {
  const command = place(world, c).get(param(c, 'command'));
  if (!command) throw refusal(10063);
  return command;
}

function keep(world: World, c: Context, commands: APIApplicationCommand[]): APIApplicationCommand[] {
  world.commands.set(c.req.param('guild') ?? 'global', new Map(commands.map((command) => [command.id, command])));
  world.emit({ type: 'commands' });
  return commands;
}

const sameAs = (body: Body) => (other: APIApplicationCommand) =>
  other.name === body.name && other.type === (body.type ?? 1);

/** Discord's schema wants permissions as a number; its documentation, and every client, a string. */
function parseCommand(schema: ZodMiniType, body: unknown, path: readonly PropertyKey[] = []): Body {
  const { default_member_permissions: permissions, ...rest } = Object(body) as Record<string, unknown>;
  const parsed = parse<Body>(schema, typeof body === 'object' ? rest : body, path);
  if (permissions === undefined) return parsed;
  const fits = permissions === null || /^\d{1,20}$/.test(String(permissions));
  const form = new Form();
  if (!fits) form.add([...path, 'default_member_permissions'], 'NUMBER_TYPE_COERCE', 'Value is not a bit set.');
  form.check();
  return { ...parsed, default_member_permissions: permissions === null ? null : String(permissions) };
}

function parseAll(body: unknown): Body[] {
  const form = new Form();
  if (!Array.isArray(body)) form.add([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  form.check();
  return (body as unknown[]).map((command, index) =>
    parseCommand(ApplicationCommandUpdateRequestSchema, command, [index]),
  );
}

function demandRoom(commands: readonly APIApplicationCommand[]): void {
  for (const [type, limit] of Object.entries(most)) {
    if (commands.filter((command) => command.type === Number(type)).length > limit) throw refusal(30032);
  }
}

/** The command as Discord gives it back, every default spelt out. A new version only where something changed. */
function build(world: World, c: Context, body: Body, existing?: APIApplicationCommand): APIApplicationCommand {
  const guild = c.req.param('guild');
  const defined = body as unknown as Record<string, unknown>;
  const fields = {
    application_id: world.applicationId,
    ...(guild ? { guild_id: guild } : {}),
    type: body.type ?? 1,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: (defined.description as string | undefined) ?? '',
    description_localizations: defined.description_localizations ?? null,
    options: defined.options ?? [],
    default_member_permissions: body.default_member_permissions ?? null,
    dm_permission: guild ? undefined : (body.dm_permission ?? true),
    contexts: body.contexts ?? (guild ? undefined : null),
    integration_types: guild ? undefined : (body.integration_types ?? [0]),
    nsfw: body.nsfw ?? false,
  };
  const { id = world.nextId(), version, ...old } = (existing ?? {}) as Partial<APIApplicationCommand>;
  const same = version !== undefined && JSON.stringify(old) === JSON.stringify(fields);
  return { ...JSON.parse(JSON.stringify(fields)), id, version: same ? version : world.nextId() };
}

/** Localisations only where they are asked for, as Discord does in lists. */
function shown(c: Context, command: APIApplicationCommand): APIApplicationCommand {
  if (c.req.query('with_localizations') === 'true') return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest as APIApplicationCommand;
}
