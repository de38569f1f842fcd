// Assemble le CSS servi : le cœur du DSFR, les seuls composants employés, puis le thème neutre. Sans police de l'État.
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ici = dirname(fileURLToPath(import.meta.url));
const projet = join(ici, '../../..');
const dsfr = join(dirname(createRequire(join(projet, 'package.json')).resolve('@gouvfr/dsfr/package.json')), 'dist');
const sortie = join(projet, 'wwwroot/actifs');
const composants = ['skiplink', 'link', 'button', 'form', 'input', 'select', 'checkbox', 'radio', 'upload', 'alert', 'badge', 'breadcrumb'];

rmSync(sortie, { recursive: true, force: true });
mkdirSync(sortie, { recursive: true });

const morceaux = ['core/core.main.min.css', ...composants.map(c => `component/${c}/${c}.main.min.css`)]
  .map(f => readFileSync(join(dsfr, f), 'utf8'))
  .join('\n')
  // Marianne est réservée aux services de l'État : ni fichier de police, ni nom.
  .replace(/@font-face\s*\{[^}]*\}/g, '')
  .replace(/Marianne,/g, '')
  .replace(/\/\*#? ?sourceMappingURL=[^*]*\*\//g, '');

const icones = new Set();
const css = morceaux.replace(/url\((["']?)(?!["']?data:)([^)"']*?icons\/([^)"']+))\1\)/g, (_, _g, _chemin, icone) => {
  icones.add(icone);
  return `url(icones/${icone})`;
});
const restants = css.match(/url\((?!["']?data:|icones\/)[^)]*\)/g);
if (restants) throw new Error(`adresses non reprises : ${[...new Set(restants)].join(', ')}`);

for (const icone of icones) cpSync(join(dsfr, 'icons', icone), join(sortie, 'icones', icone));
writeFileSync(join(sortie, 'dsfr.css'), css);
cpSync(join(ici, 'neuvieme.css'), join(sortie, 'neuvieme.css'));
// Ne sert qu'à relire un fragment ; toute page vit sans lui.
cpSync(join(dirname(createRequire(join(projet, 'package.json')).resolve('htmx.org/package.json')), 'dist/htmx.min.js'), join(sortie, 'htmx.js'));
cpSync(join(ici, 'apercu.js'), join(sortie, 'apercu.js'));
cpSync(join(ici, 'cle.js'), join(sortie, 'cle.js'));
cpSync(join(ici, 'neuvieme.svg'), join(sortie, 'neuvieme.svg'));
