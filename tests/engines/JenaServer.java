import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/** The protocols of a SPARQL server around Apache Jena in memory, as Debian packages it: without Fuseki. */
public class JenaServer {
    private static final Dataset GRAPHS = DatasetFactory.create();

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/sparql", exchange -> answer(exchange, JenaServer::query));
        server.createContext("/data", exchange -> answer(exchange, JenaServer::graph));
        server.start();
    }

    private interface Asked {
        int answer(HttpExchange exchange, ByteArrayOutputStream written) throws IOException;
    }

    private static void answer(HttpExchange exchange, Asked asked) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        int status;
        try {
            status = asked.answer(exchange, written);
        } catch (RuntimeException error) {
            status = 400;
            written.write(String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(status, written.size() == 0 ? -1 : written.size());
        exchange.getResponseBody().write(written.toByteArray());
        exchange.close();
    }

    private static int query(HttpExchange exchange, ByteArrayOutputStream written) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Query query = QueryFactory.create(parameters(form).get("query"), Syntax.syntaxSPARQL_11);
        try (QueryExecution execution = QueryExecutionFactory.create(query, GRAPHS)) {
            if (query.isConstructType()) {
                RDFDataMgr.write(written, execution.execConstruct(), Lang.TURTLE);
            } else if (query.isAskType()) {
                ResultSetFormatter.outputAsJSON(written, execution.execAsk());
            } else {
                ResultSetFormatter.outputAsJSON(written, execution.execSelect());
            }
        }
        return 200;
    }

    private static int graph(HttpExchange exchange, ByteArrayOutputStream written) throws IOException {
        String name = parameters(exchange.getRequestURI().getRawQuery()).get("graph");
        String method = exchange.getRequestMethod();
        if (!method.equals("PUT") && !GRAPHS.containsNamedModel(name) && !method.equals("POST")) {
            return 404;
        }
        if (method.equals("GET")) {
            RDFDataMgr.write(written, GRAPHS.getNamedModel(name), Lang.NTRIPLES);
            return 200;
        }
        Model sent = ModelFactory.createDefaultModel();
        if (!method.equals("DELETE")) {
            RDFDataMgr.read(sent, exchange.getRequestBody(), Lang.NTRIPLES);
        }
        if (!method.equals("POST")) {
            GRAPHS.removeNamedModel(name);
        }
        if (!sent.isEmpty()) {
            GRAPHS.getNamedModel(name).add(sent);
        }
        return 204;
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> found = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            found.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return found;
    }
}
