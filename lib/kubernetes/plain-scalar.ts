/** What a plain word of YAML 1.2 (core schema) means; with the words for on and off of YAML 1.1, as kubectl reads them. */
export function plainScalar(word: string): unknown {
  const first = word.charCodeAt(0);
  // Letters that begin no such word: most words are names and paths.
  if (first > 57 && !MAY_MEAN.test(word)) return word;
  if (/^(?:~|[Nn]ull|NULL)?$/.test(word)) return null;
  if (/^(?:y|Y|yes|Yes|YES|on|On|ON|[Tt]rue|TRUE)$/.test(word)) return true;
  if (/^(?:n|N|no|No|NO|off|Off|OFF|[Ff]alse|FALSE)$/.test(word)) return false;
  return /^[-+.0-9]/.test(word) ? numberOf(word) : word;
}

const MAY_MEAN = /^(?:~|[nN]|[yY]|[oO]|[tT]|[fF])/;

function numberOf(word: string): unknown {
  if (/^[-+]?[0-9]+$/.test(word)) return Number.parseInt(word, 10);
  if (/^0o[0-7]+$/.test(word)) return Number.parseInt(word.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(word)) return Number.parseInt(word.slice(2), 16);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(word)) return Number.parseFloat(word);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(word) ? Number.NaN : word;
}
