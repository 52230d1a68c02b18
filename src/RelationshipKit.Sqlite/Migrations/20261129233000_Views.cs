using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RelationshipKit.Sqlite.Migrations;

/// <summary>How each tie stands and who was erased, for those who ask in SQL.</summary>
[DbContext(typeof(SqliteBookContext))]
[Migration("20261129233000_Views")]
internal sealed class Views : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // People are counted, not ids: a touchpoint under an alias is one of the contact, and one under two aliases is one.
        migrationBuilder.Sql(
            """
            CREATE VIEW relationship_ties AS
            SELECT owner_id, contact, COUNT(*) AS touchpoints,
                SUM(direction IN ('Outgoing', 'Mutual')) AS outgoing, SUM(direction IN ('Incoming', 'Mutual')) AS incoming,
                MIN(at) AS first_at, MAX(ends) AS last_at
            FROM (
                SELECT DISTINCT t.owner_id, COALESCE(a.id, p.contact) AS contact, t.digest, t.direction, t.at, t.at + COALESCE(t.length, 0) AS ends
                FROM relationship_touchpoints t
                JOIN relationship_participants p ON p.owner_id = t.owner_id AND p.digest = t.digest AND p.version = t.version
                LEFT JOIN (
                    SELECT c.owner_id, c.id, j.value AS alias FROM relationship_contacts c, json_each(c.content, '$.aliases') j
                ) a ON a.owner_id = p.owner_id AND a.alias = p.contact
                WHERE t.until IS NULL AND t.outcome <> 'Attempted' AND NOT t.is_automatic)
            GROUP BY owner_id, contact
            """);
        migrationBuilder.Sql("CREATE VIEW relationship_digests AS SELECT owner_id, key AS digest FROM relationship_entries WHERE part = 'forgotten'");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP VIEW relationship_digests");
        migrationBuilder.Sql("DROP VIEW relationship_ties");
    }
}
