import { Hono } from 'hono';
import type { World } from './world.ts';

/** Kinds of files that a browser may show in place; everything else is saved. */
const shownInPlace = /^(image\/(png|jpeg|gif|webp)|text\/plain)$/;

/** Files of messages, and avatars drawn from people's initials. */
export function mediaRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/attachments/:channel/:file/:name', (c) => {
    const file = world.files.get(c.req.param('file'));
    if (!file) return c.notFound();
    const place = shownInPlace.test(file.type) ? 'inline' : 'attachment';
    return c.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Content-Disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
  app.get('/avatars/:user', (c) => {
    const user = world.users.get(c.req.param('user').replace(/\.svg$/, ''));
    if (!user) return c.notFound();
    const initial = [...(user.global_name ?? user.username).toUpperCase()][0]?.replace(/[<>&]/, '?') ?? '?';
    const hue = Number(BigInt(user.id) % 12n) * 30;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl(${hue} 55% 45%)"/><text x="32" y="43" font-family="sans-serif" font-size="32" fill="#fff" text-anchor="middle">${initial}</text></svg>`;
    return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=3600' });
  });
  return app;
}
