// The engine's only dependency on its host: the URL Standard's parser.
interface URL {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
}
declare const URL: {
  new (url: string, base?: string): URL;
};
