declare module 'virtual:verifier' {
  /** The page that verifies a bundle, as one file (.ci/verifier.ts makes it where something is built). */
  const page: string;
  export default page;
}
