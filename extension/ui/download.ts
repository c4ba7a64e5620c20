/** Gives a file to the browser's downloads. */
export function download(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser holds the file from the click on; the address may go a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
