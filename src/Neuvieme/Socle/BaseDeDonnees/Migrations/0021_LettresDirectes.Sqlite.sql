-- Une colonne cesse d'être obligatoire sans recopier la table : elle tient tous les PDF. SQLite ne sait le faire qu'en récrivant
-- la définition, à longueur égale (https://www.sqlite.org/lang_altertable.html, paragraphe 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, '"AttributionId" INTEGER NOT NULL', '"AttributionId" INTEGER NULL    ') WHERE type = 'table' AND name = 'Lettres';
PRAGMA writable_schema = RESET;
ALTER TABLE "Lettres" ADD COLUMN "MissionDirecteId" INTEGER NULL CONSTRAINT "CK_Lettres_UnSeulSujet" CHECK (("AttributionId" IS NULL) <> ("MissionDirecteId" IS NULL)) REFERENCES "MissionsDirectes" ("Id") ON DELETE RESTRICT;
CREATE UNIQUE INDEX "IX_Lettres_MissionDirecteId_Numero" ON "Lettres" ("MissionDirecteId", "Numero");
