// Un PDF/UA interdit un caractère sans dessin. Les caractères que les polices du document n'ont pas
// sont remplacés par « □ » et signalés ; les caractères de commande sont retirés.

// Table « cmap » d'une police TrueType, sous-table format 4 ou 12 : les points de code dessinés.
function pointsDeCode(police) {
  const tables = new Map();
  for (let i = 0; i < police.readUInt16BE(4); i++)
    tables.set(police.toString('latin1', 12 + i * 16, 16 + i * 16), police.readUInt32BE(20 + i * 16));
  const cmap = tables.get('cmap');
  const points = new Set();
  for (let i = 0; i < police.readUInt16BE(cmap + 2); i++) {
    const t = cmap + police.readUInt32BE(cmap + 8 + i * 8);
    const format = police.readUInt16BE(t);
    if (format === 12)
      for (let g = 0; g < police.readUInt32BE(t + 12); g++)
        for (let c = police.readUInt32BE(t + 16 + g * 12); c <= police.readUInt32BE(t + 20 + g * 12); c++) points.add(c);
    else if (format === 4) {
      const n = police.readUInt16BE(t + 6);
      for (let s = 0; s < n; s += 2)
        for (let c = police.readUInt16BE(t + 16 + n + s); c <= police.readUInt16BE(t + 14 + s) && c < 0xffff; c++) points.add(c);
    }
  }
  return points;
}

export function couverture(polices) {
  const [premiere, ...autres] = polices.map(pointsDeCode);
  return new Set([...premiere].filter(c => autres.every(a => a.has(c))));
}

export function rendreAffichable(donnees, connus) {
  const remplaces = new Set();
  let motsLongs = false;
  const nettoyer = texte => texte.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|\p{Cf}|[\ufe00-\ufe0f]/gu, '')
    .replace(/[^\n\x20-\x7e]/gu, c => connus.has(c.codePointAt(0)) ? c : (remplaces.add(c), '□'));
  // Une « image » est un fichier (SVG, PNG en base 64), pas un texte à dessiner.
  const valeur = (cle, v) => {
    if (typeof v !== 'string' || cle === 'image') return v;
    const propre = nettoyer(v);
    motsLongs ||= /\S{32}/u.test(propre);
    return propre;
  };
  const propres = JSON.parse(JSON.stringify(donnees, valeur));
  const texte = JSON.stringify({ ...propres, motsLongs });
  return { texte, remplaces: [...remplaces] };
}
