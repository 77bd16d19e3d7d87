/** Pictures of people without any host: a coloured disc with an initial; for the bot, a speech bubble. */
import type { APIUser } from 'discord-api-types/v10';

const colours = ['#3a7bd5', '#b5487a', '#2e8b57', '#c4622d', '#7d5bbe', '#2f7f8f'];

/** A picture as an address that an `<img>` takes. */
export function avatarOf(user: Pick<APIUser, 'id' | 'bot'>, name: string): string {
  const colour = user.bot ? '#5865f2' : colours[Number(BigInt(user.id) % BigInt(colours.length))];
  const initial = [...name][0]?.toUpperCase().replace(/[<>&"']/, '') ?? '';
  const inside = user.bot
    ? "<path d='M20 24h40v28H42L30 64V52H20z' fill='#fff'/><path d='M28 33h24M28 42h16' stroke='#5865f2' stroke-width='4'/>"
    : `<text x='40' y='53' font-size='38' text-anchor='middle' fill='#fff' font-family='sans-serif'>${initial}</text>`;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 80'><rect width='80' height='80' fill='${colour}'/>${inside}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
