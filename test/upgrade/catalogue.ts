/** What a database is made of, as lines that are alike in every database of the same version. */
import { query } from '../setup/other-kanon.ts';

/** Tables, columns, constraints, indexes, policies, functions, triggers and rights in the schema, sorted; no suffix of a role is in it. */
export async function catalogueOf(url: string): Promise<string[]> {
  const rows = await query(
    url,
    `SELECT line FROM (
       SELECT 'relation ' || c.relname || ' ' || c.relkind::text || ' ' || c.relrowsecurity::text || c.relforcerowsecurity::text || ' '
         || coalesce(r.list, '') AS line
       FROM pg_class c LEFT JOIN LATERAL (SELECT string_agg(a::text, ',' ORDER BY a::text) AS list FROM unnest(c.relacl) a) r ON true
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')
       UNION ALL SELECT 'column ' || a.attrelid::regclass::text || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
         || a.attnotnull::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || coalesce(r.list, '')
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       LEFT JOIN LATERAL (SELECT string_agg(x::text, ',' ORDER BY x::text) AS list FROM unnest(a.attacl) x) r ON true
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
       UNION ALL SELECT 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 0
       UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') || ' '
         || coalesce(with_check, '') FROM pg_policies WHERE schemaname = 'public'
       UNION ALL SELECT 'function ' || p.oid::regprocedure::text || ' ' || p.prosecdef::text || ' ' || md5(pg_get_functiondef(p.oid)) || ' '
         || coalesce(r.list, '') FROM pg_proc p
       LEFT JOIN LATERAL (SELECT string_agg(x::text, ',' ORDER BY x::text) AS list FROM unnest(p.proacl) x) r ON true
       WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
       UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
     ) AS all_of_it ORDER BY line COLLATE "C"`,
  );
  return (
    rows
      .map((row) => String(row['line']))
      // Partitions of a year come as the years do; a dump nests conditions otherwise; and each database has a suffix of its own.
      .filter((line) => !/_\d{4}\b/.test(line) && !line.startsWith('function role_suffix()'))
      .map((line) =>
        line
          .replace(/(kanon_[a-z]+)_[a-z0-9_]*[0-9a-f]{16}/g, '$1')
          .replace(/kanon_test_[0-9a-f]{16}/g, '')
          .replace(/[()]/g, ''),
      )
      .sort()
  );
}
