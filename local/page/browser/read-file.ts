import type { UploadedFile } from '../protocol.ts';

/** Discord's limit without boosts. */
export const MOST_FILE_BYTES = 10_485_760;

/** A chosen file as JSON can carry it. */
export function readFile(file: File): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => {
      const base64 = String(reader.result).split(',')[1] ?? '';
      resolve({ name: file.name, contentType: file.type || 'application/octet-stream', base64 });
    };
    reader.readAsDataURL(file);
  });
}

/** What a file field takes: Discord's groups `image`, `video`, `audio`, and extensions. */
export function acceptOf(fileTypes: readonly string[]): string {
  return fileTypes.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',');
}
