import { z } from 'zod';
import type {
  CommandRequest,
  ComponentRequest,
  DeleteRequest,
  MenuRequest,
  ModalRequest,
  SendRequest,
} from '../page-api.ts';

const id = z.string().regex(/^\d{17,20}$/);
const place = { user: id, channel: id };
const locale = z.string().max(10).exactOptional();
const customId = z.string().min(1).max(100);
const values = z.array(z.string()).max(25).exactOptional();
const name = z.string().min(1).max(32);

/** What the page may send, as page-api.ts describes it. */
export const sendRequest: z.ZodType<SendRequest> = z.object({
  ...place,
  content: z.string(),
  replyTo: id.exactOptional(),
  ping: z.boolean().exactOptional(),
});

export const commandRequest: z.ZodType<CommandRequest> = z.object({
  ...place,
  command: name,
  group: name.exactOptional(),
  subcommand: name.exactOptional(),
  options: z
    .array(
      z.object({
        name,
        value: z.union([z.string(), z.number(), z.boolean()]),
        focused: z.boolean().exactOptional(),
      }),
    )
    .max(25),
  locale,
});

export const menuRequest: z.ZodType<MenuRequest> = z.object({ ...place, command: name, target: id, locale });

export const componentRequest: z.ZodType<ComponentRequest> = z.object({
  ...place,
  message: id,
  customId,
  values,
  locale,
});

export const modalRequest: z.ZodType<ModalRequest> = z.object({
  user: id,
  modal: id,
  values: z.array(z.object({ customId, value: z.string().exactOptional(), values })).max(25),
  locale,
});

export const deleteRequest: z.ZodType<DeleteRequest> = z.object({ ...place, message: id });
