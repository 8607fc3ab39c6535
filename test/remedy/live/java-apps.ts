import { startProgram } from '../../causes/servers/programs';
import type { LiveStart } from './live-app';

const share = '/usr/share/java';
const jetty = [
  ...['http', 'io', 'security', 'server', 'servlet', 'util'].map((name) => `${share}/jetty9-${name}.jar`),
  `${share}/servlet-api.jar`,
  `${share}/commons-logging.jar`,
  ...['beans', 'context', 'core', 'web'].map(
    (name) => `/usr/share/maven-repo/org/springframework/spring-${name}/debian/spring-${name}-debian.jar`,
  ),
].join(':');

/** The application as a servlet of either package. */
const servlet = (api: 'javax' | 'jakarta') => `import ${api}.servlet.http.*;
public class App extends HttpServlet {
  protected void service(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String path = request.getRequestURI();
    if (path.equals("/secret") && request.getHeader("Authorization") == null) { response.setStatus(401); return; }
    if (path.equals("/fail")) throw new IllegalStateException("on purpose");
    if (!path.equals("/data") && !path.equals("/secret")) { response.setStatus(404); return; }
    response.setHeader("X-Total", "3");
    response.setHeader("Cache-Control", "max-age=60");
    response.getWriter().print("{}");
  }
}
`;

/** The applications in Java. */
export const javaApps = {
  spring: (port, text) =>
    startProgram(
      {
        command: 'sh',
        args: ['-c', `javac -cp ${jetty} -d out *.java && exec java -cp ${jetty}:out Main`],
        files: {
          'App.java': servlet('javax'),
          ...(text !== '' && { 'CorsConfig.java': text }),
          'Main.java': `import java.util.EnumSet;
import javax.servlet.DispatcherType;
import org.eclipse.jetty.server.*;
import org.eclipse.jetty.servlet.*;
public class Main {
  public static void main(String[] arguments) throws Exception {
    ServletContextHandler handler = new ServletContextHandler();
    ${text === '' ? '' : 'handler.addFilter(new FilterHolder(new CorsConfig().corsFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));'}
    handler.addServlet(App.class, "/");
    Server server = new Server(new java.net.InetSocketAddress("127.0.0.1", ${port}));
    server.setHandler(handler);
    server.start();
  }
}`,
        },
      },
      port,
    ),
  tomcat: (port, text) =>
    startProgram(
      {
        command: 'sh',
        args: [
          '-c',
          `mkdir -p temp logs work && javac -cp ${share}/tomcat10-servlet-api.jar -d webapps/ROOT/WEB-INF/classes App.java && exec /usr/share/tomcat10/bin/catalina.sh run`,
        ],
        env: { CATALINA_BASE: '{folder}', CATALINA_HOME: '/usr/share/tomcat10' },
        files: {
          'App.java': servlet('jakarta'),
          'conf/server.xml': `<Server port="-1"><Service name="Catalina"><Connector port="${port}" address="127.0.0.1"/>
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>`,
          'conf/web.xml': '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0"></web-app>',
          'webapps/ROOT/WEB-INF/web.xml': `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
${text}
<servlet><servlet-name>app</servlet-name><servlet-class>App</servlet-class></servlet>
<servlet-mapping><servlet-name>app</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
</web-app>`,
        },
      },
      port,
    ),
} as const satisfies Readonly<Record<string, LiveStart>>;
