using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace RelationshipKit.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "relationship_owners",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    zone = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_owners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "relationship_addresses",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    contact = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    label = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_addresses", x => new { x.owner_id, x.contact, x.number });
                    table.ForeignKey(
                        name: "FK_relationship_addresses_relationship_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "relationship_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relationship_contacts",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    circle = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    state = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_contacts", x => new { x.owner_id, x.id });
                    table.ForeignKey(
                        name: "FK_relationship_contacts_relationship_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "relationship_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relationship_entries",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_entries", x => new { x.owner_id, x.part, x.key });
                    table.ForeignKey(
                        name: "FK_relationship_entries_relationship_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "relationship_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relationship_participants",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    contact = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_participants", x => new { x.owner_id, x.digest, x.version, x.contact });
                    table.ForeignKey(
                        name: "FK_relationship_participants_relationship_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "relationship_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relationship_touchpoints",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    channel = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    direction = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    facet = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    gesture = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    is_automatic = table.Column<bool>(type: "boolean", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: true),
                    needs_no_answer = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    others_present = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    source_key = table.Column<string>(type: "text", nullable: true),
                    until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_touchpoints", x => new { x.owner_id, x.digest, x.version });
                    table.ForeignKey(
                        name: "FK_relationship_touchpoints_relationship_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "relationship_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relationship_updates",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    in_journal = table.Column<bool>(type: "boolean", nullable: false),
                    operation_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    undoes = table.Column<long>(type: "bigint", nullable: true),
                    update_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship_updates", x => new { x.owner_id, x.revision });
                    table.ForeignKey(
                        name: "FK_relationship_updates_relationship_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "relationship_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_relationship_owners_name",
                table: "relationship_owners",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_relationship_participants_owner_id_contact",
                table: "relationship_participants",
                columns: new[] { "owner_id", "contact" });

            migrationBuilder.CreateIndex(
                name: "IX_relationship_touchpoints_owner_id_at",
                table: "relationship_touchpoints",
                columns: new[] { "owner_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_relationship_updates_owner_id_update_id",
                table: "relationship_updates",
                columns: new[] { "owner_id", "update_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "relationship_addresses");

            migrationBuilder.DropTable(
                name: "relationship_contacts");

            migrationBuilder.DropTable(
                name: "relationship_entries");

            migrationBuilder.DropTable(
                name: "relationship_participants");

            migrationBuilder.DropTable(
                name: "relationship_touchpoints");

            migrationBuilder.DropTable(
                name: "relationship_updates");

            migrationBuilder.DropTable(
                name: "relationship_owners");
        }
    }
}
