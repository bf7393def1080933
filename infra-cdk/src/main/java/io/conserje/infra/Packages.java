package io.conserje.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The deployment packages that {@code mvn package} makes.
 *
 * @param functions the folder that holds the function modules
 */
record Packages(Path functions) {

  static Packages in(Path functions) {
    return new Packages(functions.toAbsolutePath().normalize());
  }

  Code code(String module) {
    Path zip = functions.resolve(module).resolve("target").resolve(module + ".zip");
    if (!Files.isRegularFile(zip)) {
      throw new MissingPackage(zip);
    }
    return Code.fromAsset(zip.toString());
  }

  /** Built by `cdk deploy` from the folder that holds a Dockerfile and what it copies. */
  ContainerImage image(String module) {
    Path folder = functions.resolve(module).resolve("target").resolve("image");
    if (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
      throw new MissingPackage(folder);
    }
    return ContainerImage.fromAsset(
        folder.toString(), AssetImageProps.builder().platform(Platform.LINUX_ARM64).build());
  }

  static final class MissingPackage extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPackage(Path zip) {
      super(zip + " is missing. Run `mvn package` in the project's root, then try again.");
    }
  }
}
