CREATE TABLE "Delegations" (
    "HabilitationId" bigint NOT NULL,
    "Forme" character varying(40) NOT NULL,
    "DelegantId" bigint NULL,
    "DelegantNom" character varying(200) NOT NULL,
    "AppuiId" bigint NOT NULL,
    "DonneePar" character varying(200) NOT NULL,
    "DonneeLe" timestamp with time zone NOT NULL,
    "RevoqueePar" character varying(200) NOT NULL,
    "RevoqueeLe" timestamp with time zone NULL,
    CONSTRAINT "PK_Delegations" PRIMARY KEY ("HabilitationId"),
    CONSTRAINT "FK_Delegations_Habilitations_HabilitationId" FOREIGN KEY ("HabilitationId") REFERENCES "Habilitations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Delegations_Habilitations_AppuiId" FOREIGN KEY ("AppuiId") REFERENCES "Habilitations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Delegations_Comptes_DelegantId" FOREIGN KEY ("DelegantId") REFERENCES "Comptes" ("Id") ON DELETE SET NULL
);

CREATE INDEX "IX_Delegations_AppuiId" ON "Delegations" ("AppuiId");
CREATE INDEX "IX_Delegations_DelegantId" ON "Delegations" ("DelegantId");

-- Un nom suivi de « par délégation de » un autre nom tient dans ces colonnes.
ALTER TABLE "Journal" ALTER COLUMN "Qualite" TYPE character varying(300);
ALTER TABLE "Attributions" ALTER COLUMN "ProposeePar" TYPE character varying(450);
ALTER TABLE "Attributions" ALTER COLUMN "InstruitePar" TYPE character varying(450);
ALTER TABLE "Lettres" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "Parametres" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "LignesEnveloppe" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "DemandesComplement" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "DemandesComplement" ALTER COLUMN "Repondeur" TYPE character varying(450);
ALTER TABLE "Conversions" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "Conversions" ALTER COLUMN "InstruitePar" TYPE character varying(450);
ALTER TABLE "Avis" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "DossiersInstance" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "Informations" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "SaisiesSts" ALTER COLUMN "Auteur" TYPE character varying(450);
ALTER TABLE "SaisiesSts" ALTER COLUMN "AnnuleePar" TYPE character varying(450);
