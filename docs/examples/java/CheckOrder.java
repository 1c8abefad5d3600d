import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a payload by the emitted schema: java CheckOrder ksnet.v1.request-pay.json order.json (com.networknt:json-schema-validator 1.x). */
public final class CheckOrder {
  public static void main(String[] files) throws Exception {
    var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of(files[0])));
    var faults = schema.validate(new ObjectMapper().readTree(Files.readString(Path.of(files[1]))));
    faults.forEach(System.out::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }
}
