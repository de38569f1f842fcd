using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce qu'un courriel dit d'une lettre : qu'elle attend, et où la lire ; jamais son contenu ni un montant.</summary>
public static class AnnonceDeLettre
{
    public static string Sujet(long lettreId) => $"lettre:{lettreId}";

    public static Depot ASigner(Lettre l) => new(l.Attribution!.Agent!.CompteId!.Value, GenreCourriel.Lettre, "Votre lettre de mission est à signer",
        $"Votre lettre de mission pour « {l.Attribution.Mission!.Intitule} » attend votre signature, jusqu’au {Francais.Date(l.ExpireLe!.Value)}. Lisez-la, puis signez-la, demandez un changement ou déclinez :\n/mes-missions/signer/{l.AttributionId}",
        $"lettre-a-signer:{l.Id}:{l.Version}")
    { Sujet = Sujet(l.Id), PerimeUtc = Horloge.DebutDuJour(l.ExpireLe!.Value.AddDays(1)) };

    public static Depot Rappel(Lettre l, DateOnly jour) => ASigner(l) with
    {
        Objet = "Une lettre de mission attend votre signature",
        Cle = $"lettre-rappel:{l.Id}:{jour:yyyyMMdd}",
    };

    /// <summary>Au chef : la personne a signé, décliné ou demandé un changement. La même phrase dans les trois cas.</summary>
    public static Depot AuChef(Lettre l, long chef) => new(chef, GenreCourriel.Reponse, "Une lettre de mission a avancé",
        "Une personne a répondu à une lettre de mission que vous avez envoyée. La suite se lit dans « Lettres » :\n/lettres", $"lettre-reponse:{l.Id}:{l.Version}");

    public static Depot Complete(Lettre l) => new(l.Attribution!.Agent!.CompteId!.Value, GenreCourriel.Lettre, "Votre lettre de mission est signée",
        $"Votre lettre de mission pour « {l.Attribution.Mission!.Intitule} » porte toutes ses signatures. Elle se lit et se garde, avec sa preuve, depuis :\n/mes-missions/consulter/{l.AttributionId}", $"lettre-signee:{l.Id}");
}
