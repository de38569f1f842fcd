ALTER TABLE "Missions" ADD COLUMN "Debut" date NULL;
ALTER TABLE "Missions" ADD COLUMN "Fin" date NULL;
