/** True for text in which a template ("{{ .Values.port }}", "$(PORT)") has yet to fill something in. */
export function isUnrendered(text: string): boolean {
  return /[{$]/.test(text);
}
