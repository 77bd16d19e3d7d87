import type { Database } from './database.ts';
import { instant, nonce } from './ids.ts';
import type { Audit } from './store.ts';

export function createAudit(db: Database): Audit {
  return {
    async record({ details, ...entry }) {
      await db
        .insertInto('audit')
        .values({ id: nonce(), ...entry, details: JSON.stringify(details), at: instant() })
        .execute();
    },

    async list(guildId, limit, subject) {
      let query = db.selectFrom('audit').selectAll().where('guildId', '=', guildId);
      if (subject !== undefined) query = query.where('subject', '=', subject);
      const rows = await query.orderBy('at', 'desc').limit(limit).execute();
      return rows.map(({ id: _id, details, ...entry }) => ({ ...entry, details: JSON.parse(details) }));
    },
  };
}
