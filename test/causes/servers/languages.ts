import { startProgram } from './programs';
import { type ServerCase, serverCase } from './server-case';

const json = "{ 'Content-Type': 'application/json' }";

function startPhp(port: number, code: string) {
  return startProgram(
    {
      command: 'php',
      args: ['-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '{folder}/router.php'],
      files: { 'router.php': `<?php\n${code}` },
    },
    port,
  );
}

function startGo(port: number, lines: string) {
  return startProgram(
    {
      command: 'sh',
      args: ['-c', 'go build -o server main.go && exec ./server'],
      env: { GOCACHE: '/tmp/corscope-go', GOFLAGS: '-mod=mod', GO111MODULE: 'off' },
      files: {
        'main.go': `package main
import ("fmt"; "net/http"; "os")
func allow(w http.ResponseWriter) {
  w.Header().Set("Access-Control-Allow-Origin", "*")
  w.Header().Set("Access-Control-Allow-Headers", "content-type")
}
func main() {
  mux := http.NewServeMux()
  var handler http.Handler = mux
${lines}
  http.ListenAndServe("127.0.0.1:" + os.Getenv("PORT"), handler)
  fmt.Println()
}`,
      },
    },
    port,
  );
}

function startRack(port: number, lines: string) {
  return startProgram(
    {
      command: 'puma',
      args: ['-b', `tcp://127.0.0.1:${port}`, '-t', '1:2', '{folder}/config.ru'],
      files: { 'config.ru': `require 'rack'\nrequire 'rack/cors'\n${lines}` },
    },
    port,
  );
}

function startTomcat(port: number, filter: string, servlet = '') {
  const web = `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">${filter}${servlet}</web-app>`;
  const server = `<Server port="-1"><Service name="Catalina"><Connector port="${port}" address="127.0.0.1"/>
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>`;
  return startProgram(
    {
      command: 'sh',
      args: ['-c', 'mkdir -p temp logs work && exec /usr/share/tomcat10/bin/catalina.sh run'],
      env: { CATALINA_BASE: '{folder}', CATALINA_HOME: '/usr/share/tomcat10' },
      files: {
        'conf/server.xml': server,
        'conf/web.xml': `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
<servlet><servlet-name>default</servlet-name><servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class></servlet>
<servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
<welcome-file-list><welcome-file>index.json</welcome-file></welcome-file-list></web-app>`,
        'webapps/ROOT/WEB-INF/web.xml': web,
        'webapps/ROOT/list.json': '[]',
        'webapps/ROOT/data/index.json': '{}',
      },
    },
    port,
  );
}

function tomcatFilter(parameters: Readonly<Record<string, string>>): string {
  const lines = Object.entries(parameters).map(
    ([name, value]) =>
      `<init-param><param-name>cors.${name}</param-name><param-value>${value}</param-value></init-param>`,
  );
  return `<filter><filter-name>cors</filter-name><filter-class>org.apache.catalina.filters.CorsFilter</filter-class>${lines.join('')}</filter>
<filter-mapping><filter-name>cors</filter-name><url-pattern>/*</url-pattern></filter-mapping>`;
}

/** The servers of PHP, Go, Ruby and Java. */
export const languageCases: readonly ServerCase[] = [
  serverCase({
    id: 'php-runs-for-options',
    product: 'PHP',
    cause: 'options-handler-fails',
    why: 'The script runs for OPTIONS too, and fails because there is no body.',
    twin: { differs: 'The script answers OPTIONS with 405.', cause: 'no-options-route' },
    fix: 'The script answers OPTIONS first.',
    path: '/save.php',
    works: ({ save }) => save === 200,
    script: (at) =>
      `return { save: await asked('${at('/save.php')}', { method: 'POST', headers: ${json}, body: '{"name":"n"}' }) };`,
    start: ({ variant }, port) =>
      startPhp(
        port,
        `$isOptions = $_SERVER['REQUEST_METHOD'] === 'OPTIONS';
${variant === 'fix' ? "if ($isOptions) { header('Access-Control-Allow-Origin: *'); header('Access-Control-Allow-Headers: content-type'); exit; }" : ''}
${variant === 'twin' ? 'if ($isOptions) { http_response_code(405); exit; }' : ''}
$data = json_decode(file_get_contents('php://input'), false, 8, JSON_THROW_ON_ERROR);
header('Access-Control-Allow-Origin: *');
echo json_encode($data->name);`,
      ),
  }),
  serverCase({
    id: 'php-capitalized-credentials',
    product: 'PHP',
    cause: 'credentials-case',
    why: 'Access-Control-Allow-Credentials is 1, from a boolean.',
    twin: { differs: 'It is missing.', cause: null },
    fix: 'It is true.',
    path: '/me.php',
    works: ({ me }) => me === 200,
    script: (at) => `return { me: await asked('${at('/me.php')}', { credentials: 'include' }) };`,
    start: ({ variant }, port) =>
      startPhp(
        port,
        `header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']); header('Vary: Origin');
${{ broken: "header('Access-Control-Allow-Credentials: ' . true);", twin: '', fix: "header('Access-Control-Allow-Credentials: true');" }[variant]}
echo '{}';`,
      ),
  }),
  serverCase({
    id: 'go-slash-redirect',
    product: 'Go',
    cause: 'slash-redirect',
    why: 'ServeMux redirects /items to /items/, the preflight too.',
    twin: { differs: 'ServeMux has no such route: 404.', cause: 'no-options-route' },
    fix: 'The page requests the path with its slash.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at, { variant }) =>
      `return { items: await asked('${at(variant === 'fix' ? '/items/' : '/items')}', { method: 'POST', headers: ${json}, body: '{}' }) };`,
    start: ({ variant }, port) =>
      startGo(
        port,
        `  mux.HandleFunc("/${variant === 'twin' ? 'v2' : 'items'}/", func(w http.ResponseWriter, r *http.Request) { allow(w); fmt.Fprint(w, "{}") })`,
      ),
  }),
  serverCase({
    id: 'go-error-before-headers',
    product: 'Go',
    cause: 'error-without-cors',
    why: 'http.Error is called before the headers are set.',
    twin: { differs: 'The other route has no headers either.', cause: null },
    fix: 'The headers are set by a handler around all routes.',
    path: '/item',
    works: ({ item }) => item === 404,
    script: (at) =>
      `const list = await asked('${at('/list')}'); return { list, item: await asked('${at('/item')}') };`,
    start: ({ variant }, port) =>
      startGo(
        port,
        `  mux.HandleFunc("/list", func(w http.ResponseWriter, r *http.Request) { ${variant === 'twin' ? '' : 'allow(w);'} fmt.Fprint(w, "[]") })
  mux.HandleFunc("/item", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no such item", 404) })
${variant === 'fix' ? '  handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { allow(w); mux.ServeHTTP(w, r) })' : ''}`,
      ),
  }),
  serverCase({
    id: 'rack-auth-before-cors',
    product: 'Rack',
    cause: 'preflight-authentication',
    why: 'Rack::Auth::Basic stands before Rack::Cors.',
    twin: { differs: 'Rack::Cors stands first, with another header in its list.', cause: null },
    fix: 'Rack::Cors stands first.',
    path: '/me',
    works: ({ me }) => me === 200,
    script: (at) =>
      `return { me: await asked('${at('/me')}', { headers: { Authorization: 'Basic ' + btoa('u:p') } }) };`,
    start({ variant }, port) {
      const headers = variant === 'twin' ? `['x-token']` : ':any';
      const layers = [
        `use(Rack::Auth::Basic, 'area') { |user, password| user == 'u' && password == 'p' }`,
        `use Rack::Cors do
  allow do
    origins '*'
    resource '*', headers: ${headers}, methods: [:get]
  end
end`,
      ];
      const ordered = variant === 'broken' ? layers : layers.toReversed();
      return startRack(
        port,
        `${ordered.join('\n')}\nrun ->(_) { [200, { 'Content-Type' => 'application/json' }, ['{}']] }`,
      );
    },
  }),
  serverCase({
    id: 'tomcat-answers-options',
    product: 'Tomcat',
    cause: 'options-by-server',
    why: 'The default servlet answers OPTIONS, with Allow and without CORS headers.',
    twin: { differs: 'CorsFilter refuses the preflight with 403 because of its header.', cause: null },
    fix: 'CorsFilter allows origin and header.',
    path: '/list.json',
    works: ({ list }) => list === 200,
    script: (at) =>
      `return { list: await asked('${at('/list.json')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start: ({ variant }, port) =>
      startTomcat(
        port,
        {
          broken: '',
          twin: tomcatFilter({ 'allowed.origins': '*' }),
          fix: tomcatFilter({ 'allowed.origins': '*', 'allowed.headers': 'authorization' }),
        }[variant],
      ),
  }),
  serverCase({
    id: 'tomcat-slash-redirect',
    product: 'Tomcat',
    cause: 'slash-redirect',
    why: 'Tomcat redirects a folder without its slash; no response has CORS headers.',
    twin: { differs: 'The path is not there: 404.', cause: null },
    fix: 'CorsFilter, and the path with its slash.',
    path: '/data',
    works: ({ data }) => data === 200,
    script: (at, { variant }) =>
      `return { data: await asked('${at({ broken: '/data', twin: '/data2', fix: '/data/' }[variant])}') };`,
    start: ({ variant }, port) =>
      startTomcat(port, variant === 'fix' ? tomcatFilter({ 'allowed.origins': '*' }) : ''),
  }),
];
