using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Où en est une version de la lettre. Une version plus récente remplace toutes les précédentes.</summary>
public enum EtatLettre { Etablie, ASigner, Signee, Declinee, ModificationDemandee, Expiree, Remplacee, SansEffet }

/// <summary>Qui signe. Pour une mission académique, le recteur tient la place du chef.</summary>
public enum Partie { Agent, Chef }

/// <summary>Le PDF exact d'une version de la lettre, retrouvé par son empreinte ; une version ne change jamais, seul son parcours avance.</summary>
public sealed class Lettre
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public Attribution? Attribution { get; set; }
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
    /// <summary>Ses octets et ses données sont effacés au terme de leur conservation ; l'empreinte, le code, l'état et les dates restent.</summary>
    public DateTime? EffaceeUtc { get; set; }
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

    /// <summary>Signée à la main par les deux : tant qu'aucune signature électronique n'est donnée.</summary>
    public Refus? SurPapier(SignatureDeLettre agent, SignatureDeLettre chef)
    {
        if (!(SEnvoie(Etat) || Etat == EtatLettre.ASigner) || Signatures.Count > 0)
        {
            return new("", Signatures.Count > 0 ? "Cette lettre porte déjà une signature électronique : elle se finit de la même façon." : $"Cette lettre ne se dépose pas signée sur papier : elle est « {Etat.Libelle()} ».");
        }

        AvoirUnCode();
        Signatures.AddRange([agent, chef]);
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

    /// <summary>Une version plus récente existe : celle-ci n'engage plus, mais reste.</summary>
    public void Remplacer() => (Etat, ACertifier, Version) = (EtatLettre.Remplacee, false, Version + 1);

    /// <summary>La décision qu'elle rapporte est retirée. Validée de nouveau, même à l'identique, l'attribution demande une autre version.</summary>
    public void PerdreEffet() => (Etat, ACertifier, Version) = (EtatLettre.SansEffet, false, Version + 1);
}

sealed class LettreTable : IEntityTypeConfiguration<Lettre>
{
    public void Configure(EntityTypeBuilder<Lettre> t)
    {
        t.HasIndex(l => new { l.AttributionId, l.Numero }).IsUnique();
        t.HasIndex(l => l.Code).IsUnique().HasFilter("\"Code\" <> ''");
        t.HasIndex(l => l.Sha256);
        t.HasIndex(l => new { l.Etat, l.ExpireLe });
        t.HasIndex(l => l.ACertifier).HasFilter("\"ACertifier\"");
        t.HasOne(l => l.Attribution).WithMany().HasForeignKey(l => l.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(l => l.Attendue);
        t.Property(l => l.Sha256).HasMaxLength(64);
        t.Property(l => l.Auteur).HasMaxLength(450);
        t.Property(l => l.Code).HasMaxLength(24);
        t.Property(l => l.Version).IsConcurrencyToken();
    }
}
