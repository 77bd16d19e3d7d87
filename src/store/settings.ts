import type { Database } from './database.ts';
import type { Scope, Settings } from './store.ts';

export function createSettings(db: Database): Settings {
  return {
    async read(key, ids) {
      const wanted = Object.entries(ids) as [Scope, string][];
      if (wanted.length === 0) return {};
      const rows = await db
        .selectFrom('settings')
        .select(['scope', 'value'])
        .where('key', '=', key)
        .where(({ or, and, eb }) =>
          or(wanted.map(([scope, id]) => and([eb('scope', '=', scope), eb('scopeId', '=', id)]))),
        )
        .execute();
      return Object.fromEntries(rows.map(({ scope, value }) => [scope, value]));
    },

    async write(scope, scopeId, key, value) {
      if (value === null) {
        await db
          .deleteFrom('settings')
          .where('scope', '=', scope)
          .where('scopeId', '=', scopeId)
          .where('key', '=', key)
          .execute();
        return;
      }
      await db
        .insertInto('settings')
        .values({ scope, scopeId, key, value })
        .onConflict((conflict) => conflict.columns(['scope', 'scopeId', 'key']).doUpdateSet({ value }))
        .execute();
    },
  };
}
