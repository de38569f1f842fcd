using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Où en est une version de la lettre. Une version plus récente remplace toutes les précédentes.</summary>
public enum EtatLettre { Etablie, ASigner, Signee, Declinee, ModificationDemandee, Expiree, Remplacee, SansEffet }

/// <summary>Qui signe. Pour une mission académique, le recteur tient la place du chef ; pour une part d'école, l'inspecteur.</summary>
public enum Partie { Agent, Chef }

/// <summary>Le PDF exact d'une version de la lettre, retrouvé par son empreinte ; une version ne change jamais, seul son parcours avance.</summary>
public sealed class Lettre
{
    public long Id { get; set; }
    public long? AttributionId { get; set; }
    public Attribution? Attribution { get; set; }
    /// <summary>Une part du Pacte ou une mission académique ; une lettre est celle de l'une ou d'une attribution, jamais des deux.</summary>
    public long? MissionDirecteId { get; set; }
    public MissionDirecte? MissionDirecte { get; set; }
    public int Numero { get; set; }
    public required string Sha256 { get; set; }
    public required byte[] Pdf { get; set; }
    /// <summary>Les données imprimées, pour dire ce qui a changé d'une version à l'autre.</summary>
    public required string Donnees { get; set; }
    public DateTime InstantUtc { get; set; }
    public required string Auteur { get; set; }
    public EtatLettre Etat { get; private set; } = EtatLettre.Etablie;
    /// <summary>Qui signe le premier, fixé à l'envoi : changer la règle de l'académie ne change pas un circuit en cours.</summary>
    public Partie Premier { get; private set; }
    public DateTime? EnvoyeeUtc { get; private set; }
    /// <summary>Dernier jour pour signer.</summary>
    public DateOnly? ExpireLe { get; private set; }
    /// <summary>Imprimé sur la lettre : il retrouve son état sur la page publique, et rien d'autre. Vide sur les lettres d'avant.</summary>
    public string Code { get; set; } = "";
    /// <summary>Toutes les signatures y sont, le certificat et le cachet pas encore.</summary>
    public bool ACertifier { get; set; }
    /// <summary>La certifier a échoué : les autres passent avant, jusqu'à cet instant.</summary>
    public DateTime? CertifierApresUtc { get; set; }
    /// <summary>Le dernier jour où un rappel était dû et a été traité.</summary>
    public DateOnly? RappeleeLe { get; set; }
    /// <summary>Ses octets et ses données sont effacés au terme de leur conservation ; l'empreinte, le code, l'état et les dates restent.</summary>
    public DateTime? EffaceeUtc { get; set; }
    /// <summary>La version du modèle de l'académie qui l'a produite ; nulle pour le modèle livré.</summary>
    public long? VersionDeModeleId { get; set; }
    /// <summary>Le numéro de l'avenant que porte cette version ; nul : la lettre entière. Un avenant ne remplace pas la lettre qu'il modifie.</summary>
    public int? NumeroAvenant { get; set; }
    public int Version { get; set; }
    public List<SignatureDeLettre> Signatures { get; set; } = [];

    public bool EstSignee(Partie partie) => Signatures.Any(s => s.Partie == partie);

    /// <summary>La partie dont la signature est attendue maintenant ; nulle hors d'un circuit.</summary>
    public Partie? Attendue => Etat != EtatLettre.ASigner ? null : EstSignee(Premier) ? Seconde : Premier;

    Partie Seconde => Premier == Partie.Agent ? Partie.Chef : Partie.Agent;

    /// <summary>Peut partir, ou repartir : le document est le même, une signature déjà donnée y reste.</summary>
    public static bool SEnvoie(EtatLettre etat) => etat is EtatLettre.Etablie or EtatLettre.Expiree or EtatLettre.Declinee or EtatLettre.ModificationDemandee;

    public Refus? Envoyer(Partie premier, DateOnly expireLe, Auteur auteur)
    {
        if (!SEnvoie(Etat))
        {
            return new("", $"Cette lettre ne part pas à la signature : elle est « {Etat.Libelle()} ».");
        }

        AvoirUnCode();
        (Etat, Premier, EnvoyeeUtc, ExpireLe) = (EtatLettre.ASigner, Signatures.Count > 0 ? Signatures[0].Partie : premier, auteur.InstantUtc, expireLe);
        Version++;
        return null;
    }

    /// <summary>Une lettre établie avant les codes n'en imprime pas : son certificat en portera un.</summary>
    void AvoirUnCode() => Code = Code.Length > 0 ? Code : EtatPublic.NouveauCode();

    public Refus? Signer(SignatureDeLettre signature)
    {
        if (Attendue != signature.Partie)
        {
            return new("", Etat != EtatLettre.ASigner ? $"Cette lettre ne se signe pas : elle est « {Etat.Libelle()} »."
                : EstSignee(signature.Partie) ? "Cette lettre porte déjà cette signature." : $"La signature {Premier.Libelle()} est attendue d’abord.");
        }

        Signatures.Add(signature);
        ACertifier = EstSignee(Partie.Agent) && EstSignee(Partie.Chef);
        (Etat, Version) = (ACertifier ? EtatLettre.Signee : EtatLettre.ASigner, Version + 1);
        return null;
    }

    /// <summary>Signée à la main : par les deux, ou par la personne seule sous la signature électronique du chef. La sienne, électronique, ne se double pas.</summary>
    public Refus? SurPapier(SignatureDeLettre agent, SignatureDeLettre chef)
    {
        if (!(SEnvoie(Etat) || Etat == EtatLettre.ASigner) || EstSignee(Partie.Agent))
        {
            return new("", EstSignee(Partie.Agent) && Etat != EtatLettre.Signee ? "La personne a déjà signé électroniquement : la lettre se finit de la même façon." : $"Cette lettre ne se dépose pas signée sur papier : elle est « {Etat.Libelle()} ».");
        }

        AvoirUnCode();
        Signatures.AddRange(EstSignee(Partie.Chef) ? [agent] : [agent, chef]);
        (Etat, ACertifier, Version) = (EtatLettre.Signee, true, Version + 1);
        return null;
    }

    /// <summary>Fin du circuit sans signature : refus, demande de changement, délai passé.</summary>
    public Refus? Arreter(EtatLettre etat)
    {
        if (Etat != EtatLettre.ASigner)
        {
            return new("", $"Cette lettre n’attend plus de signature : elle est « {Etat.Libelle()} ».");
        }

        (Etat, Version) = (etat, Version + 1);
        return null;
    }

    /// <summary>Une version plus récente existe : celle-ci n'engage plus, mais reste, et son cachet encore dû se pose.</summary>
    public void Remplacer() => (Etat, Version) = (EtatLettre.Remplacee, Version + 1);

    /// <summary>La décision qu'elle rapporte est retirée. Validée de nouveau, même à l'identique, l'attribution demande une autre version.</summary>
    public void PerdreEffet() => (Etat, ACertifier, Version) = (EtatLettre.SansEffet, false, Version + 1);
}

sealed class LettreTable : IEntityTypeConfiguration<Lettre>
{
    public void Configure(EntityTypeBuilder<Lettre> t)
    {
        t.HasIndex(l => new { l.AttributionId, l.Numero }).IsUnique();
        t.HasIndex(l => new { l.MissionDirecteId, l.Numero }).IsUnique();
        t.ToTable(l => l.HasCheckConstraint("CK_Lettres_UnSeulSujet", "(\"AttributionId\" IS NULL) <> (\"MissionDirecteId\" IS NULL)"));
        t.HasIndex(l => l.Code).IsUnique().HasFilter("\"Code\" <> ''");
        t.HasIndex(l => l.Sha256);
        t.HasIndex(l => new { l.Etat, l.ExpireLe });
        t.HasIndex(l => l.ACertifier).HasFilter("\"ACertifier\"");
        t.HasOne(l => l.Attribution).WithMany().HasForeignKey(l => l.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(l => l.MissionDirecte).WithMany().HasForeignKey(l => l.MissionDirecteId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Modeles.VersionDeModele>().WithMany().HasForeignKey(l => l.VersionDeModeleId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(l => l.Attendue);
        t.Property(l => l.Sha256).HasMaxLength(64);
        t.Property(l => l.Auteur).HasMaxLength(450);
        t.Property(l => l.Code).HasMaxLength(24);
        t.Property(l => l.Version).IsConcurrencyToken();
    }
}
