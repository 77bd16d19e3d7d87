/** /ask as a person meets it: through the local Discord, over HTTP and the gateway, to a bot in another process. */
import { percentile } from '../support/figures.ts';
import type { RunningBot } from './process.ts';

export interface Wire {
  /** Milliseconds from a question being sent to its answer being there, one at a time. */
  readonly p50: number;
  readonly p99: number;
  /** Answers a second with many under way. */
  readonly throughput: number;
  /** Milliseconds of the bot's processor time an answer. */
  readonly cpu: number;
}

const WARM_UP = 200;
const ALONE = 400;
const TOGETHER = 1_500;
const IN_FLIGHT = 50;
/** Questions that a bot was asked when all was measured. */
export const ASKED = WARM_UP + ALONE + TOGETHER;

/** @throws where a question is not answered: then nothing was measured. */
export async function measureWire({ discord, vitals }: RunningBot, questions: readonly string[]): Promise<Wire> {
  const member = discord.as(discord.person('member'));
  const channelId = discord.channel('general');
  let asked = 0;
  const ask = async (): Promise<void> => {
    const question = questions[asked++ % questions.length] as string;
    const { outcome, reason } = await member.command('ask', { channelId, options: { question } });
    if (outcome !== 'message') throw new Error(`“${question}” was not answered: ${outcome} ${reason ?? ''}`);
  };
  const together = async (count: number): Promise<void> => {
    const last = asked + count;
    const one = async (): Promise<void> => {
      while (asked < last) await ask();
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  };

  await together(WARM_UP);
  const alone: number[] = [];
  for (let count = 0; count < ALONE; count++) {
    const begun = performance.now();
    await ask();
    alone.push(performance.now() - begun);
  }
  const before = await vitals();
  const begun = performance.now();
  await together(TOGETHER);
  const took = performance.now() - begun;
  const after = await vitals();
  return {
    p50: percentile(alone, 0.5),
    p99: percentile(alone, 0.99),
    throughput: (TOGETHER / took) * 1000,
    cpu: (after.cpu - before.cpu) / TOGETHER,
  };
}
