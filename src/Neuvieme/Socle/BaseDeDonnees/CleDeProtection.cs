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

sealed class DepotDeCles(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var portee = services.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<NeuviemeDb>();
        return [.. db.ClesDeProtection.AsNoTracking().Where(c => c.Nom != CleEmpreinte.Nom).AsEnumerable().Select(c => XElement.Parse(c.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var portee = services.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<NeuviemeDb>();
        db.ClesDeProtection.Add(new() { Nom = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
