/** What a schedule posts, as the store keeps it. */
import { z } from 'zod';
import type { Json } from '../../store/store.ts';
import { readOptions } from '../options.ts';

export const UNITS = ['entry', 'day'] as const;

const ScheduleOptions = z.strictObject({
  /** Of a replay: one event at a time, or all of a day's. */
  unit: z.enum(UNITS).default('entry'),
  /** Selection, detail, tags … of what is posted: see PublishOptions. */
  publish: z.unknown().transform(readOptions),
});
export type ScheduleOptions = z.infer<typeof ScheduleOptions>;

/** @throws ZodError where they are none */
export const readScheduleOptions = (options: unknown): ScheduleOptions => ScheduleOptions.parse(options);

export const writeScheduleOptions = (options: { unit?: (typeof UNITS)[number] | undefined; publish: Json }): Json =>
  JSON.parse(JSON.stringify(ScheduleOptions.parse(options))) as Json;
