import { describe, expect, it } from 'vitest';
import { onCluster } from '../../clickhouse/migrate/cluster.ts';
import { piecesOf, splitStatements } from '../../clickhouse/sql-text.ts';

describe('splitStatements', () => {
  it('splits at semicolons that end a statement and at no others', () => {
    const sql = `
      -- first; of two
      CREATE TABLE a (s String COMMENT 'one; two, it\\'s; ''three;''') ENGINE = Memory; /* ; */
      # not; this
      SELECT "a;b", \`c;d\`, $tag$ e; ' $tag$ FROM a;;
      ;`;
    expect(splitStatements(sql)).toEqual([
      `CREATE TABLE a (s String COMMENT 'one; two, it\\'s; ''three;''') ENGINE = Memory`,
      'SELECT "a;b", `c;d`, $tag$ e; \' $tag$ FROM a',
    ]);
  });

  it('keeps words apart that only a comment separated', () => {
    expect(splitStatements('DROP/* the */TABLE a')).toEqual(['DROP TABLE a']);
  });

  it('cuts into pieces that are the text again', () => {
    const sql = `SELECT 'a' -- b\n, "c" /* d */ FROM \`e\``;
    const pieces = piecesOf(sql);
    expect(pieces.map(({ text }) => text).join('')).toBe(sql);
    expect(pieces.filter(({ kind }) => kind !== 'code').map(({ kind }) => kind)).toEqual([
      'quoted',
      'comment',
      'quoted',
      'comment',
      'quoted',
    ]);
  });
});

describe('onCluster', () => {
  it('makes a table on all nodes and replicates its engine, arguments kept', () => {
    const sql = `CREATE TABLE IF NOT EXISTS turns_v1 (a String COMMENT 'ENGINE = MergeTree') ENGINE = ReplacingMergeTree(version) ORDER BY a`;
    expect(onCluster(sql, 'prod')).toBe(
      `CREATE TABLE IF NOT EXISTS turns_v1 ON CLUSTER 'prod' (a String COMMENT 'ENGINE = MergeTree') ENGINE = ReplicatedReplacingMergeTree(version) ORDER BY a`,
    );
  });

  it.each([
    [
      'CREATE DATABASE IF NOT EXISTS `my db` ENGINE = Atomic',
      "CREATE DATABASE IF NOT EXISTS `my db` ON CLUSTER 'c' ENGINE = Atomic",
    ],
    ['ALTER TABLE a ADD COLUMN IF NOT EXISTS b Int8', "ALTER TABLE a ON CLUSTER 'c' ADD COLUMN IF NOT EXISTS b Int8"],
    ['DROP TABLE IF EXISTS a', "DROP TABLE IF EXISTS a ON CLUSTER 'c'"],
    ['CREATE TABLE a (b Int8) ENGINE=MergeTree', "CREATE TABLE a ON CLUSTER 'c' (b Int8) ENGINE=ReplicatedMergeTree"],
    ['ALTER TABLE a MODIFY TTL at + INTERVAL 1 DAY', "ALTER TABLE a ON CLUSTER 'c' MODIFY TTL at + INTERVAL 1 DAY"],
  ])('%s', (statement, expected) => {
    expect(onCluster(statement, 'c')).toBe(expected);
  });

  it('leaves what is replicated already, and statements that make nothing', () => {
    const replicated = `CREATE TABLE a (b Int8) ENGINE = ReplicatedMergeTree`;
    expect(onCluster(replicated, 'c')).toBe(`CREATE TABLE a ON CLUSTER 'c' (b Int8) ENGINE = ReplicatedMergeTree`);
    expect(onCluster("INSERT INTO a SELECT 'CREATE TABLE b'", 'c')).toBe("INSERT INTO a SELECT 'CREATE TABLE b'");
  });
});
