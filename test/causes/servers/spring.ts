import { startProgram } from './programs';
import { type ServerCase, serverCase } from './server-case';

const jars = [
  ...['http', 'io', 'security', 'server', 'servlet', 'util'].map(
    (name) => `/usr/share/java/jetty9-${name}.jar`,
  ),
  '/usr/share/java/servlet-api.jar',
  '/usr/share/java/commons-logging.jar',
  ...['beans', 'context', 'core', 'web'].map(
    (name) => `/usr/share/maven-repo/org/springframework/spring-${name}/debian/spring-${name}-debian.jar`,
  ),
];

/** Starts a servlet in Jetty behind Spring's CorsFilter; `lines` configure it, as `cors`. */
export function startSpring(port: number, lines: string) {
  return startProgram(
    {
      command: 'java',
      args: ['-cp', jars.join(':'), '{folder}/Main.java'],
      files: {
        'Main.java': `import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.http.*;
import org.eclipse.jetty.server.*;
import org.eclipse.jetty.servlet.*;
import org.springframework.web.cors.*;
import org.springframework.web.filter.CorsFilter;
public class Main {
  public static class Items extends HttpServlet {
    protected void service(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
      response.setContentType("application/json");
      response.getWriter().print("{}");
    }
  }
  public static void main(String[] arguments) throws Exception {
    CorsConfiguration cors = new CorsConfiguration();
    ${lines}
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", cors);
    ServletContextHandler handler = new ServletContextHandler();
    handler.addFilter(new FilterHolder(new CorsFilter(source)), "/*", EnumSet.of(DispatcherType.REQUEST));
    handler.addServlet(Items.class, "/");
    Server server = new Server(new java.net.InetSocketAddress("127.0.0.1", ${port}));
    server.setHandler(handler);
    server.start();
  }
}`,
      },
    },
    port,
  );
}

/** The servers of Spring. */
export const springCases: readonly ServerCase[] = [
  serverCase({
    id: 'spring-any-origin-with-credentials',
    product: 'Spring',
    cause: 'wildcard-with-credentials',
    why: 'CorsFilter allows any origin with *, and the page sends credentials.',
    twin: {
      differs: 'The list has another origin: CorsFilter answers 403 without CORS headers.',
      cause: null,
    },
    fix: 'setAllowCredentials(true): CorsFilter echoes the origin.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}', { credentials: 'include' }) };`,
    start: ({ variant }, port) =>
      startSpring(
        port,
        `cors.addAllowedMethod("GET"); cors.addAllowedOrigin("${variant === 'twin' ? 'https://app.example' : '*'}"); cors.setAllowCredentials(${variant === 'fix'});`,
      ),
  }),
];
