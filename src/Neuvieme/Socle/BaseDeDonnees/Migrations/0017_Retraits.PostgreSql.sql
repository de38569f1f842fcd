ALTER TABLE "Missions" ADD COLUMN "RetireeUtc" timestamp with time zone NULL;
ALTER TABLE "Attributions" ADD COLUMN "RetireeUtc" timestamp with time zone NULL;
