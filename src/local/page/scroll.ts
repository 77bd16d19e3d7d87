/** Keeps the newest message in sight, unless the person has scrolled up to older ones. */

/** Pixels from the end that still count as being there. */
const near = 80;

/** Draws, and stays at the end of the log where that was in sight. */
export function keepingEnd(draw: () => void): void {
  const before = document.querySelector('.log');
  const atEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < near;
  draw();
  const log = document.querySelector('.log');
  if (atEnd || log !== before) void toEnd(log);
}

/** The components draw themselves a moment later, and only then is the end where it stays. */
async function toEnd(log: Element | null): Promise<void> {
  if (!log) return;
  log.scrollTop = log.scrollHeight;
  const parts = [...log.querySelectorAll('discord-message, discord-embed')];
  await Promise.all(parts.map((part) => (part as unknown as { updateComplete: Promise<unknown> }).updateComplete));
  log.scrollTop = log.scrollHeight;
}
