/** Keeps the newest message in sight, unless the person has scrolled up to older ones. */

/** Pixels from the end that still count as being there. */
const near = 80;

let followed: Element | null = null;
let atEnd = true;

// Captured, for scrolling does not bubble. Only a person's scrolling away from the end changes where that is.
document.addEventListener('scroll', onScroll, true);

function onScroll({ target }: Event): void {
  if (!followed || target !== followed) return;
  atEnd = followed.scrollHeight - followed.scrollTop - followed.clientHeight < near;
}

/** Draws, and stays at the end of the log where that was in sight; a log just opened begins there. */
export function keepingEnd(draw: () => void): void {
  draw();
  const log = document.querySelector('.log');
  if (log !== followed) atEnd = true;
  followed = log;
  if (atEnd && log) void toEnd(log);
}

/** The components draw themselves a moment later, and only then is the end where it stays. */
async function toEnd(log: Element): Promise<void> {
  log.scrollTop = log.scrollHeight;
  const parts = [...log.querySelectorAll('discord-message, discord-embed')];
  await Promise.all(parts.map((part) => (part as unknown as { updateComplete: Promise<unknown> }).updateComplete));
  log.scrollTop = log.scrollHeight;
}
