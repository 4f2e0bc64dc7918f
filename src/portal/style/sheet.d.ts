/** The build makes of an imported sheet a file of its own, and of the import its address. */
declare module '*.css' {
  const address: string;
  export default address;
}
