using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>Clés qui chiffrent les cookies : en base, pour que plusieurs nœuds web les partagent.</summary>
public sealed class CleDeProtection
{
    public long Id { get; set; }
    public required string Nom { get; set; }
    public required string Xml { get; set; }
}

sealed class CleDeProtectionTable : IEntityTypeConfiguration<CleDeProtection>
{
    public void Configure(EntityTypeBuilder<CleDeProtection> t) => t.Property(c => c.Nom).HasMaxLength(200);
}

/// <summary>Lues sans EF : elles le sont au démarrage, et construire son modèle en doublerait la durée.</summary>
sealed class DepotDeCles(string baseOuChaine, IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connexion = Connexion.Nue(baseOuChaine);
        connexion.Open();
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"""SELECT "Xml" FROM "ClesDeProtection" WHERE "Nom" <> '{CleEmpreinte.Nom}' ORDER BY "Id" """;
        using var lignes = commande.ExecuteReader();
        List<XElement> cles = [];
        while (lignes.Read())
        {
            cles.Add(XElement.Parse(lignes.GetString(0)));
        }

        return cles;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var portee = services.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<NeuviemeDb>();
        db.ClesDeProtection.Add(new() { Nom = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
